"""The review memo: proposes that what is over is repealed."""
