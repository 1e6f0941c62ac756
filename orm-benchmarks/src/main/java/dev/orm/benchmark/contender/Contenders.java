package dev.orm.benchmark.contender;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;

import dev.orm.benchmark.contender.ebean.EbeanContender;
import dev.orm.benchmark.contender.jimmer.JimmerContender;

/** All contenders by name, the baseline first. */
public final class Contenders {

	/** What all others are compared with. */
	public static final String BASELINE = "jdbc";

	private static final Map<String, Function<DataSource, Contender>> BY_NAME = new LinkedHashMap<>();

	static {
		BY_NAME.put(BASELINE, JdbcContender::new);
		BY_NAME.put("orm", OrmContender::new);
		BY_NAME.put("jdbi", JdbiContender::new);
		BY_NAME.put("jooq", JooqContender::new);
		BY_NAME.put("hibernate", HibernateContender::new);
		BY_NAME.put("spring-data-jpa", SpringDataJpaContender::new);
		BY_NAME.put("spring-data-jdbc", SpringDataJdbcContender::new);
		BY_NAME.put("ebean", EbeanContender::new);
		BY_NAME.put("jimmer", JimmerContender::new);
	}

	private Contenders() {
	}

	/**
	 * Return the names.
	 * @return the names, in the order of the report
	 */
	public static List<String> names() {
		return List.copyOf(BY_NAME.keySet());
	}

	/**
	 * Open a contender.
	 * @param name its name
	 * @param dataSource the pool
	 * @return the contender; close it
	 */
	public static Contender open(String name, DataSource dataSource) {
		return Objects.requireNonNull(BY_NAME.get(name), name).apply(dataSource);
	}

}
