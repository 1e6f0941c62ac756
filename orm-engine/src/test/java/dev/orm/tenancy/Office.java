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
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.annotation.Through;
import dev.orm.column.ModelTables;
import dev.orm.declare.Meta;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.session.TenantId;
import dev.orm.test.TestDatabase;

import static dev.orm.tenancy.ClientPath.CLIENT;

/** Clients and invoices of several companies in one database. */
public final class Office {

	public static final List<Class<? extends Model>> MODELS = List.of(Company.class, Client.class, Invoice.class,
			Line.class, Topic.class, Subject.class);

	private static final String[] ROLE = {
			"DO $$ BEGIN CREATE ROLE orm_app; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
			"GRANT ALL ON ALL TABLES IN SCHEMA public TO orm_app",
			"GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO orm_app" };

	private static final String[] ROWS = { "INSERT INTO company (name) VALUES ('red'), ('blue')",
			"INSERT INTO client (company_id, name, code, tax) VALUES (1, 'ann', 'a', '1'), (1, 'bob', 'b', '2'), (2, 'ann', 'a', '3')",
			"INSERT INTO invoice (company_id, number, client_id) VALUES (1, 1, 1), (1, 2, 1), (2, 1, 3)",
			"INSERT INTO line (company_id, amount, invoice_id) VALUES (1, 10, 1), (1, 20, 1), (1, 5, 2), (2, 70, 3)",
			"INSERT INTO topic (company_id, name) VALUES (1, 'work'), (2, 'work')",
			"INSERT INTO subject (company_id, client_id, topic_id) VALUES (1, 1, 1), (2, 3, 2)",
			"INSERT INTO client_interests (company_id, client_id, topic_id) VALUES (1, 2, 1), (2, 3, 2)" };

	private Office() {
	}

	public static TestDatabase database() {
		List<String> statements = new ArrayList<>(Arrays.asList(ModelTables.of(List.of(), Company.class, Client.class,
				Invoice.class, Line.class, Topic.class, Subject.class)));
		statements.addAll(List.of(ROLE));
		return TestDatabase.create(statements.toArray(String[]::new));
	}

	public static void fill(TestDatabase database) {
		database.truncate("company", "client", "invoice", "line", "topic", "subject", "client_interests");
		database.execute(ROWS);
	}

	/** A pool of connections of a role that policies hold for. */
	static HikariDataSource pool(TestDatabase database, int size) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(database.url());
		config.setMaximumPoolSize(size);
		config.setConnectionInitSql("SET ROLE orm_app");
		return new HikariDataSource(config);
	}

	public static OrmBuilder orm(DataSource dataSource) {
		return Orm.builder().dataSource(dataSource).models(MODELS);
	}

	@Table(name = "company")
	public static class Company extends Model {

		@Id
		public Long id;

		String name;

	}

	// tag::client[]
	@Table(name = "client", ordering = "id")
	public static class Client extends Model {

		@Id
		public Long id;

		@TenantId
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Company> company;

		String name;

		@Column(unique = true)
		String code;

		String tax;

		OneToMany<Invoice> invoices;

		@Through(Subject.class)
		ManyToMany<Topic> topics;

		@RelatedName("interested")
		ManyToMany<Topic> interests;

		static void meta(Meta<Client> meta) {
			meta.unique(CLIENT.tax).acrossTenants();
		}
		// end::client[]

		public OneToMany<Invoice> getInvoices() {
			return this.invoices;
		}

		public ManyToMany<Topic> getTopics() {
			return this.topics;
		}

		public ManyToMany<Topic> getInterests() {
			return this.interests;
		}

		public static Client of(String name, String tax) {
			Client client = new Client();
			client.name = name;
			client.code = name;
			client.tax = tax;
			return client;
		}

	}

	@Table(name = "invoice", ordering = "number")
	public static class Invoice extends Model {

		@Id
		public Long id;

		@TenantId
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Company> company;

		int number;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Client> client;

		OneToMany<Line> lines;

		public Client getClient() {
			return this.client.get();
		}

	}

	@Table(name = "line", ordering = "id")
	public static class Line extends Model {

		@Id
		public Long id;

		@TenantId
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Company> company;

		int amount;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Invoice> invoice;

	}

	@Table(name = "topic", ordering = "name")
	public static class Topic extends Model {

		@Id
		public Long id;

		@TenantId
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Company> company;

		String name;

	}

	/** A join row of a tenant. */
	@Table(name = "subject")
	public static class Subject extends Model {

		@Id
		public Long id;

		@TenantId
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Company> company;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Client> client;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Topic> topic;

	}

	/** Nobody's rows, which point to a tenant's. */
	@Table(name = "remark")
	public static class Remark extends Model {

		@Id
		public Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("remarks")
		ForeignKey<Client> client;

	}

}
