package dev.orm.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import dev.orm.Orm;
import dev.orm.acceptance.shop.Product;
import dev.orm.error.OrmException;
import dev.orm.observe.QueryLog;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hostile strings through every entry point: each is answered by an error of the ORM
 * before a statement is sent, or is bound as a value.
 */
public class HostileInputTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Pattern HARMLESS = Pattern.compile("[\\w.]*");

	private final EntryPoints entryPoints = new EntryPoints(orm);

	private final EdgeEntryPoints edges = new EdgeEntryPoints(orm);

	@Test
	void namesAreKnownOrRefused() {
		assertThat(leaks(this.entryPoints.names(), true)).isEmpty();
	}

	@Test
	void valuesAreBound() {
		assertThat(leaks(this.entryPoints.values(), false)).isEmpty();
	}

	@Test
	void namesAtTheEdgesAreKnownOrRefused() {
		assertThat(leaks(this.edges.names(), true)).isEmpty();
	}

	@Test
	void valuesAtTheEdgesAreBound() {
		assertThat(leaks(this.edges.values(), false)).isEmpty();
	}

	@Test
	void aLongLiteralInRawSqlIsRead() {
		String literal = "x''?%s".repeat(20_000);
		Product product = orm.manager(Product.class)
			.raw("SELECT p.*, '" + literal + "' AS literal FROM shop_product p WHERE id = %s", 1)
			.list()
			.get(0);
		assertThat(product.get("literal")).isEqualTo(literal.replace("''", "'"));
	}

	@AfterEach
	void nothingWasChanged() {
		assertThat(orm.manager(Product.class).count()).isEqualTo(10);
		assertThat(database.connectionsInUse()).isZero();
	}

	private static List<String> leaks(Map<String, Consumer<String>> entryPoints, boolean names) {
		List<String> leaks = new ArrayList<>();
		for (String text : HostileStrings.all()) {
			entryPoints.forEach((name, entryPoint) -> {
				String leak = leak(entryPoint, text, names);
				if (!leak.isEmpty()) {
					leaks.add("%s <%s>: %s".formatted(name, shortened(text), leak));
				}
			});
		}
		return leaks;
	}

	/** What is wrong with the answer of a door to a string; empty if nothing is. */
	public static String leak(Consumer<String> entryPoint, String text, boolean name) {
		try (QueryLog log = QueryLog.start()) {
			String failure = failure(entryPoint, text, log, name);
			boolean written = !HARMLESS.matcher(text).matches() && text.length() > 2
					&& log.statements().stream().anyMatch((sql) -> sql.contains(text));
			return written ? "written into " + shortened(log.toString()) : failure;
		}
	}

	private static String failure(Consumer<String> entryPoint, String text, QueryLog log, boolean name) {
		try {
			entryPoint.accept(text);
			return "";
		}
		catch (EmptyResultDataAccessException ex) {
			return "";
		}
		catch (BadSqlGrammarException ex) {
			// a collation or configuration that only the database knows not to exist
			return HARMLESS.matcher(text).matches() ? "" : shortened(String.valueOf(ex));
		}
		catch (OrmException ex) {
			return (log.count() == 0 || !name) ? "" : "sent a statement, then " + ex;
		}
		catch (DataIntegrityViolationException ex) {
			// PostgreSQL refuses the value it was given
			return name ? shortened(String.valueOf(ex)) : "";
		}
		catch (RuntimeException | StackOverflowError ex) {
			return shortened(String.valueOf(ex));
		}
	}

	private static String shortened(String text) {
		return (text.length() > 200) ? text.substring(0, 200) + "…" : text;
	}

}
