"""What documents and speakers share, and what is proposed from it: who goes back to whom."""
