no-such-program-anywhere
