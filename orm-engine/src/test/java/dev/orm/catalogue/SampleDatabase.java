package dev.orm.catalogue;

import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.lookup.RegisteredTransforms;
import dev.orm.test.TestDatabase;

/** The table of samples, on a database with the extensions the functions need. */
public final class SampleDatabase {

	private static final String[] SCHEMA = { "CREATE EXTENSION hstore", "CREATE EXTENSION unaccent",
			"CREATE EXTENSION pg_trgm", "CREATE EXTENSION pgcrypto",
			"CREATE TABLE sample (id bigint PRIMARY KEY, title varchar(40), body text, language regconfig, small smallint,"
					+ " count integer, ratio double precision, price numeric(10,3), flag boolean, day date, at time,"
					+ " moment timestamptz, length interval, uid uuid, document jsonb, words text[], span int4range,"
					+ " labels hstore, vector tsvector, address inet)",
			"INSERT INTO sample VALUES (1, 'Running dogs', 'Dogs ran.', 'english', 2, 7, 0.5, 12.345, true, '2024-02-29',"
					+ " '10:20:30', '2024-11-03 05:30:15Z', '36 hours', '00000000-0000-4000-8000-000000000001',"
					+ " '{\"color\": \"red\", \"size\": {\"width\": 12}}', '{java,sql}', '[1,10)', 'color=>red, size=>12',"
					+ " 'dog:2 run:1', '10.0.0.1'),"
					+ " (2, 'Crème brûlée', 'Sweet.', 'french', 3, 10, 0.25, 2.5, false, '2023-12-31', '23:59:59',"
					+ " '2024-11-03 06:30:00Z', '90 seconds', '00000000-0000-4000-8000-000000000002', '[1, 2]', '{}',"
					+ " '[5,)', '', 'sweet:1', '10.0.0.2'),"
					+ " (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
					+ " NULL, NULL, NULL)" };

	private SampleDatabase() {
	}

	/**
	 * Create the database.
	 * @return the database
	 */
	public static TestDatabase create() {
		return TestDatabase.create(SCHEMA);
	}

	/**
	 * Open the samples, with all transforms registered that are not by default.
	 * @param database the database
	 * @return the manager
	 */
	public static Manager<Sample> open(TestDatabase database) {
		return Orm.builder()
			.dataSource(database.dataSource())
			.models(List.of(Sample.class))
			.lookups(RegisteredTransforms.of("abs", "acos", "asin", "atan", "ceil", "cos", "cot", "degrees", "exp",
					"floor", "ln", "radians", "round", "sign", "sin", "sqrt", "tan", "length", "lower", "ltrim", "md5",
					"ord", "reverse", "rtrim", "sha1", "sha224", "sha256", "sha384", "sha512", "trim", "upper"))
			.build()
			.manager(Sample.class);
	}

}
