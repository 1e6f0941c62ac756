package dev.orm.boot.databases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.sql.DataSource;

import dev.orm.error.detail.UnknownName;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanNotOfRequiredTypeException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Puts the databases of {@code orm.databases} together from their beans.
 *
 * @since 0.1.0
 */
public final class DeclaredDatabases {

	private final DatabasesProperties properties;

	private final ListableBeanFactory beans;

	/**
	 * Create what puts them together.
	 * @param properties what is said of them
	 * @param beans their beans
	 */
	public DeclaredDatabases(DatabasesProperties properties, ListableBeanFactory beans) {
		this.properties = properties;
		this.beans = beans;
	}

	/**
	 * Add the databases to the default one.
	 * @param standard the default database
	 * @return all of them, the default one first
	 * @throws DatabaseConfigurationException if a bean that is named is not there
	 */
	public Databases with(Database standard) {
		List<Database> all = new ArrayList<>(List.of(standard));
		this.properties.further().forEach((alias, database) -> all.add(database(new AliasNames(alias), database)));
		return new Databases(all);
	}

	/**
	 * Return the data source that is named for the default database.
	 * @return the data source; null if none is named
	 */
	public @Nullable DataSource defaultDataSource() {
		String name = this.properties.of(Database.DEFAULT).dataSource();
		return (name != null) ? dataSource(new AliasNames(Database.DEFAULT), name) : null;
	}

	/**
	 * Return the transaction manager that is named for the default database.
	 * @return the manager; null if none is named
	 */
	public @Nullable PlatformTransactionManager defaultTransactionManager() {
		String name = this.properties.of(Database.DEFAULT).transactionManager();
		return (name != null) ? manager(new AliasNames(Database.DEFAULT), name) : null;
	}

	private Database database(AliasNames names, DatabaseProperties database) {
		String source = database.dataSource();
		String manager = database.transactionManager();
		return new Database(names.alias(), dataSource(names, (source != null) ? source : names.dataSource()),
				manager(names, (manager != null) ? manager : names.transactionManager()));
	}

	private DataSource dataSource(AliasNames names, String name) {
		return bean(names, "data-source", name, DataSource.class);
	}

	private PlatformTransactionManager manager(AliasNames names, String name) {
		return bean(names, "transaction-manager", name, PlatformTransactionManager.class);
	}

	private <T> T bean(AliasNames names, String property, String name, Class<T> type) {
		try {
			return this.beans.getBean(name, type);
		}
		catch (BeanNotOfRequiredTypeException ex) {
			throw missing(names, property, name, type);
		}
		catch (NoSuchBeanDefinitionException ex) {
			if (name.equals(ex.getBeanName())) {
				throw missing(names, property, name, type);
			}
			throw ex;
		}
	}

	private DatabaseConfigurationException missing(AliasNames names, String property, String name, Class<?> type) {
		return new DatabaseConfigurationException(names.alias(),
				"%s names '%s', which is no bean of type %s.".formatted(names.property(property), name,
						type.getSimpleName()),
				UnknownName.of(names.property(property), name,
						Arrays.stream(this.beans.getBeanNamesForType(type)).sorted().toList()),
				"Name one of these beans, or define it.");
	}

}
