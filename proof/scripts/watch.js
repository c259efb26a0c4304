// Notes what gets the focus from here on.
self.proof = { order: [], expected: reachable() };
document.addEventListener("focusin", (event) => self.proof.order.push(event.target));
return self.proof.expected.length;
