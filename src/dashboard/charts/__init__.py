"""Answers drawn as figures: DataFrames in, plotly out, and nothing else needed."""
