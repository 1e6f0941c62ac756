package dev.orm.migration.inspect;

import java.util.stream.Collectors;

import dev.orm.migration.ddl.HistoryStatements;

/**
 * The questions to PostgreSQL's catalogue. Each takes the schemas as its only parameter.
 */
final class CatalogueSql {

	private static final String OWN_TABLES = """
			s.nspname = ANY (?) AND c.relkind IN ('r', 'p')
			AND NOT c.relispartition AND NOT EXISTS (SELECT 1 FROM pg_depend d
				WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')""";

	private static final String OWN_VIEWS = OWN_TABLES.replace("('r', 'p')", "('v', 'm')");

	static final String TABLES = """
			SELECT s.nspname, c.relname, coalesce(obj_description(c.oid, 'pg_class'), '') AS comment,
				(SELECT array_agg(a.attname::text ORDER BY n) FROM pg_partitioned_table p,
					unnest(p.partattrs::int2[]) WITH ORDINALITY AS u(num, n), pg_attribute a
					WHERE p.partrelid = c.oid AND p.partstrat = 'r' AND a.attrelid = c.oid AND a.attnum = u.num) AS partition
			FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace WHERE %s ORDER BY s.nspname, c.relname"""
		.formatted(OWN_TABLES);

	static final String COLUMNS = """
			SELECT s.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull,
				a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid) AS expression,
				CASE WHEN a.attcollation <> t.typcollation
					THEN (SELECT l.collname FROM pg_collation l WHERE l.oid = a.attcollation) ELSE '' END AS collation,
				coalesce(col_description(c.oid, a.attnum), '') AS comment
			FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
			JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
			JOIN pg_type t ON t.oid = a.atttypid
			LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
			WHERE %s ORDER BY s.nspname, c.relname, a.attnum""".formatted(OWN_TABLES);

	static final String VIEWS = TABLES.replace(OWN_TABLES, OWN_VIEWS);

	static final String VIEW_COLUMNS = COLUMNS.replace(OWN_TABLES, OWN_VIEWS);

	static final String CONSTRAINTS = """
			SELECT s.nspname, c.relname, k.conname, k.contype, k.condeferrable, k.condeferred, k.confdeltype,
				f.relname AS target, t.nspname AS target_schema,
				pg_get_expr(k.conbin, k.conrelid) AS expression, pg_get_constraintdef(k.oid) AS definition,
				NOT coalesce(i.indnullsnotdistinct, false) AS nulls_distinct,
				(SELECT array_agg(a.attname::text ORDER BY n) FROM unnest(k.conkey) WITH ORDINALITY AS u(num, n)
					JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num) AS columns,
				(SELECT array_agg(a.attname::text ORDER BY n) FROM unnest(k.confkey) WITH ORDINALITY AS u(num, n)
					JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num) AS target_columns,
				(SELECT array_agg(a.attname::text ORDER BY n)
					FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS u(num, n)
					JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num
					WHERE n > i.indnkeyatts) AS include
			FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
			JOIN pg_namespace s ON s.oid = c.relnamespace
			LEFT JOIN pg_class f ON f.oid = k.confrelid LEFT JOIN pg_namespace t ON t.oid = f.relnamespace
			LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
			WHERE k.contype IN ('p', 'u', 'c', 'f', 'x') AND k.conparentid = 0 AND %s
			ORDER BY s.nspname, c.relname, k.conname""".formatted(OWN_TABLES);

	static final String INDEXES = """
			SELECT s.nspname, c.relname, x.relname AS index, i.indisunique, m.amname,
				NOT i.indnullsnotdistinct AS nulls_distinct, i.indnkeyatts, array_to_string(x.reloptions, ', ') AS parameters,
				pg_get_expr(i.indpred, i.indrelid) AS predicate,
				(SELECT array_agg(pg_get_indexdef(i.indexrelid, n, false) ORDER BY n)
					FROM generate_series(1, i.indnatts) AS n) AS definitions,
				(SELECT array_agg(coalesce(a.attname::text, '') ORDER BY n)
					FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS u(num, n)
					LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.num) AS columns,
				(SELECT array_agg((SELECT CASE WHEN o.opcdefault THEN '' ELSE o.opcname::text END
						FROM pg_opclass o WHERE o.oid = u.class) ORDER BY n)
					FROM unnest(i.indclass::oid[]) WITH ORDINALITY AS u(class, n)) AS classes,
				(SELECT array_agg(CASE WHEN u.coll <> 0 AND u.coll <> coalesce(a.attcollation, 100)
						THEN (SELECT l.collname::text FROM pg_collation l WHERE l.oid = u.coll) ELSE '' END ORDER BY n)
					FROM unnest(i.indcollation::oid[]) WITH ORDINALITY AS u(coll, n)
					LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = (i.indkey::int2[])[n - 1])
					AS collations,
				i.indoption::int2[] AS options
			FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid
			JOIN pg_namespace s ON s.oid = c.relnamespace JOIN pg_am m ON m.oid = x.relam
			WHERE NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
			AND (i.indisvalid OR c.relkind = 'p') AND %s ORDER BY s.nspname, c.relname, x.relname"""
		.formatted(OWN_TABLES);

	static final String NAMESPACES = "SELECT nspname FROM pg_namespace WHERE nspname = ANY (?) ORDER BY nspname";

	static final String POLICIES = """
			SELECT s.nspname, c.relname, p.polname, pg_get_expr(p.polqual, p.polrelid) AS expression
			FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace s ON s.oid = c.relnamespace
			WHERE p.polcmd = '*' AND p.polpermissive AND p.polqual IS NOT NULL AND %s
			ORDER BY s.nspname, c.relname, p.polname""".formatted(OWN_TABLES);

	static final String HISTORIES = """
			SELECT s.nspname, c.relname, f.nspname AS rows_schema, p.proname, p.prosrc
			FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace s ON s.oid = c.relnamespace
			JOIN pg_proc p ON p.oid = g.tgfoid JOIN pg_namespace f ON f.oid = p.pronamespace
			WHERE NOT g.tgisinternal AND g.tgenabled = 'O' AND g.tgname IN (%s) AND %s
			GROUP BY 1, 2, 3, 4, 5 HAVING count(*) = %s ORDER BY s.nspname, c.relname""".formatted(
			HistoryStatements.triggers().stream().map((name) -> "'" + name + "'").collect(Collectors.joining(", ")),
			OWN_TABLES, HistoryStatements.triggers().size());

	static final String EXTENSIONS = "SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY extname";

	/** The column of the locale has another name in each version. */
	private static final String LOCALE = "coalesce(to_jsonb(l) ->> 'colllocale', to_jsonb(l) ->> 'colliculocale', l.collcollate)";

	/** Whether a fact says a collation: one locale, without rules of its own. */
	static final String SAID = "(l.collprovider <> 'c' OR l.collcollate = l.collctype) AND to_jsonb(l) ->> 'collicurules' IS NULL";

	static final String COLLATIONS = """
			SELECT l.collname, CASE l.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END AS provider,
				%s AS locale, l.collisdeterministic
			FROM pg_collation l JOIN pg_namespace s ON s.oid = l.collnamespace
			WHERE s.nspname = ANY (?) AND %s AND NOT EXISTS (SELECT 1 FROM pg_depend d
				WHERE d.classid = 'pg_collation'::regclass AND d.objid = l.oid AND d.deptype = 'e')
			ORDER BY l.collname"""
		.formatted(LOCALE, SAID);

	private CatalogueSql() {
	}

}
