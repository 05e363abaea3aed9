"""Problems, the spots they stand at, and the forms they are shown in. Knows nothing of facts."""
