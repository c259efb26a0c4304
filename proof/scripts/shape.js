// All rules of axe-core but those of colours, which are the same at every width.
return axe.run(document, { resultTypes: ["violations"], preload: false, rules: { "color-contrast": { enabled: false } } }).then(({ violations }) =>
  violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => `${v.id}: ${v.help}: ${n.target.join(" ")}: ${n.any.concat(n.all, n.none).map((c) => c.message).join("; ")}`)),
);
