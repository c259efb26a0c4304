// The keyboard went through the page from its start to its end: it met everything that can be reached, in the document's order.
const { order, expected } = self.proof;
for (const e of expected) if (e.tabIndex > 0) problems.push(`has a tabindex above 0: ${told(e)}`);
if (!expected.length || !expected[0].matches(".skip")) problems.push("the page does not begin with the link that skips to its content");
for (let i = 0; i < expected.length && !problems.length; i++) {
  if (order[i] !== expected[i]) problems.push(`number ${i + 1} is ${order[i] ? told(order[i]) : "nothing"} instead of ${told(expected[i])}`);
}
if (order.length > expected.length) problems.push(`the focus does not leave the page: ${told(order[expected.length])}`);
return problems;
