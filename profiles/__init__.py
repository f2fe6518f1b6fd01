"""The vocabulary: every domain type, the exercise catalogue, and worked profiles."""
