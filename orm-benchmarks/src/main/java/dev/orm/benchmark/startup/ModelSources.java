package dev.orm.benchmark.startup;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes an application: models of eight columns, each with a relation to the one before,
 * a repository for each where the library wants one, and a main class.
 */
final class ModelSources {

	private static final String MAIN = """
			package app;

			import java.lang.management.ManagementFactory;

			import org.springframework.boot.WebApplicationType;
			import org.springframework.boot.autoconfigure.SpringBootApplication;
			import org.springframework.boot.builder.SpringApplicationBuilder;

			@SpringBootApplication
			public class App {

				public static void main(String[] arguments) throws Exception {
					var context = new SpringApplicationBuilder(App.class).web(WebApplicationType.NONE).run(arguments);
					String[] beans = context.getBeanNamesForType(%s.class);
					for (String bean : beans) {
						context.getBean(bean);
					}
					context.getBean(javax.sql.DataSource.class).getConnection().close();
					long started = ManagementFactory.getRuntimeMXBean().getStartTime();
					long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
					long classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
					System.out.println("started " + (System.currentTimeMillis() - started) + " " + beans.length + " " + cpu
							+ " " + classes + " " + context.getBeanDefinitionCount());
					System.exit(0);
				}

			}
			""";

	private static final String ORM = """
			package app;

			@dev.orm.annotation.Table(name = "app_model%1$d")
			public class Model%1$d extends dev.orm.model.Model {

				@dev.orm.annotation.Id private Long id;
				@dev.orm.annotation.Column(length = 100) private String name;
				@dev.orm.annotation.Column(length = 20, unique = true) private String code;
				@dev.orm.annotation.Column(precision = 10, scale = 2) private java.math.BigDecimal price;
				private int quantity;
				private boolean active;
				private java.time.Instant createdAt;
				@dev.orm.annotation.OnDelete(dev.orm.annotation.OnDeleteAction.CASCADE)
				private dev.orm.model.ForeignKey<Model%2$d> parent;
			%3$s
				public dev.orm.model.ForeignKey<Model%2$d> getParent() { return this.parent; }

			}
			""";

	private static final String JPA = """
			package app;

			import jakarta.persistence.*;

			@Entity
			@Table(name = "app_model%1$d")
			public class Model%1$d {

				@Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
				@Column(length = 100) private String name;
				@Column(length = 20, unique = true) private String code;
				@Column(precision = 10, scale = 2) private java.math.BigDecimal price;
				private int quantity;
				private boolean active;
				private java.time.Instant createdAt;
				@ManyToOne(fetch = FetchType.LAZY) private Model%2$d parent;
			%3$s
				public Model%2$d getParent() { return this.parent; }

			}
			""";

	private static final String RELATIONAL = """
			package app;

			@org.springframework.data.relational.core.mapping.Table("app_model%1$d")
			public class Model%1$d {

				@org.springframework.data.annotation.Id private Long id;
				private String name;
				private String code;
				private java.math.BigDecimal price;
				private int quantity;
				private boolean active;
				private java.time.Instant createdAt;
				private org.springframework.data.jdbc.core.mapping.AggregateReference<Model%2$d, Long> parent;
			%3$s
				public Object getParent() { return this.parent; }

			}
			""";

	private static final String ACCESSORS = """
				public Long getId() { return this.id; }
				public String getName() { return this.name; }
				public String getCode() { return this.code; }
				public java.math.BigDecimal getPrice() { return this.price; }
				public int getQuantity() { return this.quantity; }
				public boolean isActive() { return this.active; }
				public java.time.Instant getCreatedAt() { return this.createdAt; }
			""";

	private static final String REPOSITORY = """
			package app;

			public interface Model%1$dRepository extends org.springframework.data.repository.ListCrudRepository<Model%1$d, Long> {

			}
			""";

	private ModelSources() {
	}

	/**
	 * Write an application.
	 * @param library what it uses
	 * @param models how many models it has
	 * @return its source files
	 */
	static List<Source> of(Library library, int models) {
		List<Source> sources = new ArrayList<>();
		sources.add(new Source("App", MAIN.formatted(library.bean())));
		for (int i = 0; i < models && library != Library.NONE; i++) {
			sources.add(new Source("Model" + i, model(library).formatted(i, Math.max(i - 1, 0), ACCESSORS)));
			if (library != Library.ORM) {
				sources.add(new Source("Model" + i + "Repository", REPOSITORY.formatted(i)));
			}
		}
		return sources;
	}

	private static String model(Library library) {
		return switch (library) {
			case ORM -> ORM;
			case DATA_JPA -> JPA;
			case DATA_JDBC -> RELATIONAL;
			case NONE -> throw new IllegalArgumentException("No library, no models");
		};
	}

	/**
	 * A source file.
	 *
	 * @param name the class in it
	 * @param text its text
	 */
	record Source(String name, String text) {

	}

}
