package dev.orm.persist;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import dev.orm.dialect.Dialect;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.load.ReadOptions;
import dev.orm.load.Reader;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.RelationModel;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.routing.Route;
import dev.orm.test.Engine;
import dev.orm.transaction.Atomic;
import dev.orm.type.TypeRegistry;
import dev.orm.writers.Persistence;

/** The rooms below the front door, put together for one database. */
final class Writing {

	static final Instant NOW = Instant.parse("2024-03-10T06:00:00Z");

	final ModelRegistry models;

	final Persistence persistence;

	final Reader reader;

	final Atomic atomic;

	private final DataSource dataSource;

	@SafeVarargs
	@SuppressWarnings("varargs")
	Writing(DataSource dataSource, Class<? extends Model>... types) {
		this.dataSource = dataSource;
		this.models = ModelRegistry.link(List.of(types), TypeRegistry.standard());
		Engine engine = Engine.of(dataSource, this.models, Dialect.POSTGRESQL, Clock.fixed(NOW, ZoneOffset.UTC));
		this.atomic = engine.atomic();
		this.reader = engine.reader();
		this.persistence = engine.persistence();
	}

	<T extends Model> T save(T instance) {
		this.persistence.save(instance, SaveOptions.on(Route.DEFAULT));
		return instance;
	}

	QuerySpec query(Class<? extends Model> type, Node... conditions) {
		QuerySpec all = QuerySpec.of(this.models.model(type));
		return (conditions.length > 0) ? all.then(new Restriction.Filter(List.of(conditions), false)) : all;
	}

	static Node where(String lookup, Object value) {
		return new Predicate.Lookup(lookup, Nodes.of(value));
	}

	<T extends Model> T get(Class<T> type, Object key) {
		return type.cast(this.reader.instances(query(type, where("pk", key)), ReadOptions.DEFAULT).get(0));
	}

	RelationModel relation(Class<? extends Model> type, String accessor) {
		return this.models.model(type).accessor(accessor).orElseThrow();
	}

	/** The statements some work runs, transaction control not among them. */
	static List<String> statements(Runnable work) {
		return QueryLog.capture(work).statements();
	}

	/** The rows of a SELECT, each as text joined by commas. */
	List<String> rows(String sql) {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			List<String> result = new ArrayList<>();
			while (rows.next()) {
				List<String> values = new ArrayList<>();
				for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
					values.add(rows.getString(i));
				}
				result.add(String.join(",", values.stream().map(String::valueOf).toList()));
			}
			return result;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
