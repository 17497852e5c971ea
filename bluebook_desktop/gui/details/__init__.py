"""What is selected, with the words that bear it out."""
