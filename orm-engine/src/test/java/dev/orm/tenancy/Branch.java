package dev.orm.tenancy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orm.ManyToMany;
import dev.orm.OneToMany;
import dev.orm.Orm;
import dev.orm.OrmBuilder;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Table;
import dev.orm.column.ModelTables;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.session.TenantPath;
import dev.orm.test.TestDatabase;

/** Buyers and bills of several branches, each with a schema of its own. */
public final class Branch {

	static final List<Class<? extends Model>> MODELS = List.of(Buyer.class, Bill.class, Entry.class, Theme.class,
			Owner.class);

	static final String[] TABLES = { "buyer_topics", "entry", "bill", "buyer", "theme" };

	private Branch() {
	}

	/** A database whose tables are in the schemas of tenants, and those of all in one. */
	static TestDatabase database(String... schemas) {
		List<String> statements = new ArrayList<>();
		for (String schema : schemas) {
			statements.add("CREATE SCHEMA \"%s\"; SET search_path = \"%s\"; %s".formatted(schema, schema,
					String.join("; ", tables())));
		}
		statements.add("CREATE TABLE public.owner (id bigserial PRIMARY KEY, name text NOT NULL)");
		return TestDatabase.create(statements.toArray(String[]::new));
	}

	private static List<String> tables() {
		return Arrays.asList(ModelTables.of(List.of(), Buyer.class, Bill.class, Entry.class, Theme.class));
	}

	static HikariDataSource pool(TestDatabase database, int size) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(database.url());
		config.setMaximumPoolSize(size);
		return new HikariDataSource(config);
	}

	static OrmBuilder orm(DataSource dataSource) {
		// tag::schemas[]
		OrmBuilder builder = Orm.builder()
			.dataSource(dataSource)
			.session((session) -> session.schemas(TenantPath.of("default").prefixed("t")));
		// end::schemas[]
		return builder.models(MODELS);
	}

	// tag::owner[]
	@Table(name = "owner", schema = "public", ordering = "id")
	public static class Owner extends Model {

		@Id
		public Long id;

		String name;

	}
	// end::owner[]

	/** A row of a tenant, which nothing in it tells. */
	@Table(name = "buyer", ordering = "id")
	public static class Buyer extends Model {

		@Id
		public Long id;

		String name;

		OneToMany<Bill> invoices;

		ManyToMany<Theme> topics;

		public static Buyer of(String name) {
			Buyer buyer = new Buyer();
			buyer.name = name;
			return buyer;
		}

	}

	/** A row of a tenant. */
	@Table(name = "bill", ordering = "number")
	public static class Bill extends Model {

		@Id
		public Long id;

		int number;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Buyer> buyer;

		OneToMany<Entry> lines;

		public Buyer getBuyer() {
			return this.buyer.get();
		}

	}

	/** A row of a tenant. */
	@Table(name = "entry", ordering = "id")
	public static class Entry extends Model {

		@Id
		public Long id;

		int amount;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Bill> bill;

	}

	/** A row of a tenant. */
	@Table(name = "theme", ordering = "name")
	public static class Theme extends Model {

		@Id
		public Long id;

		String name;

	}

}
