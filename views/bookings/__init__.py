"""The bookings of the house on screen: the grid of a day or of a week, the list, and what they are made of."""
