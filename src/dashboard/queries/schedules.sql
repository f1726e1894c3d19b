SELECT DISTINCT schedule FROM line_month WHERE schedule IS NOT NULL
