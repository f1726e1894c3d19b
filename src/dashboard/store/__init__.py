"""The DuckDB file: its tables, its integrity and its one connection a process."""
