"""What the desk remembers: mapped classes, the engine and the migrations."""
