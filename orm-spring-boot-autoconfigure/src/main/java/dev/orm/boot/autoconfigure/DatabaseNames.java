package dev.orm.boot.autoconfigure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.execute.Databases;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.util.ClassUtils;

/**
 * The names of databases on their servers, read off the URLs of their pools; the alias
 * where there is none. Thread-safe.
 */
final class DatabaseNames implements UnaryOperator<String> {

	private static final Pattern NAME = Pattern.compile("jdbc:postgresql:(?://[^/?]*/)?([^/?]+)(?:\\?.*)?");

	private static final boolean HIKARI = ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource",
			DatabaseNames.class.getClassLoader());

	private final Supplier<@Nullable Databases> databases;

	private final Map<String, String> known = new ConcurrentHashMap<>();

	DatabaseNames(Supplier<@Nullable Databases> databases) {
		this.databases = databases;
	}

	@Override
	public String apply(String alias) {
		return this.known.computeIfAbsent(alias, this::look);
	}

	private String look(String alias) {
		Databases all = this.databases.get();
		HikariDataSource pool = (all != null && HIKARI)
				? DataSourceUnwrapper.unwrap(all.get(alias).dataSource(), HikariDataSource.class) : null;
		return (pool != null && pool.getJdbcUrl() != null) ? name(pool.getJdbcUrl(), alias) : alias;
	}

	static String name(String url, String alias) {
		Matcher matcher = NAME.matcher(url);
		return matcher.matches() ? matcher.group(1) : alias;
	}

}
