"""What the tests share: fakes of the ports, builders of a small world, and the leak watch."""
