-- A subject's known positions side by side, for subjects that have no sheet yet. It knows inputs and no bounds.
INSERT INTO sheet
SELECT s.subject, list(e.position ORDER BY i.input)
FROM (FROM subject ANTI JOIN sheet USING (subject)) s
CROSS JOIN (SELECT unnest(range(1 + max(input))) AS input FROM entry) i
LEFT JOIN entry e ON e.subject = s.subject AND e.input = i.input AND e.state = 0
GROUP BY s.subject
ORDER BY s.subject;
