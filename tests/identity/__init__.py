"""Identity providers for the tests: a real one that node runs, and a stand-in that can misbehave."""
