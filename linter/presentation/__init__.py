"""What reports for people and marked copies show alike: findings in words, how many there are, sums step by step."""
