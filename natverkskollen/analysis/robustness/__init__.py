"""How sure a result is: weights, acceptabilities, flip points, and all of it in plain words."""
