package dev.orm.law;

import java.util.List;
import java.util.function.Consumer;

import dev.orm.Orm;
import dev.orm.law.Register.Desk;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two databases that get the same writes at the same time by the same user: one by saves
 * of instances, the other by a way that has to agree with them.
 */
final class Twins implements AfterAllCallback, BeforeEachCallback {

	private final TestDatabase saved = Register.database();

	private final TestDatabase written = Register.database();

	private final Desk desk = new Desk();

	private final Orm saver = Register.orm(this.saved, this.desk);

	private final Orm writer = Register.orm(this.written, this.desk);

	private final String rows;

	/**
	 * Make two databases.
	 * @param rows the query of what has to agree
	 */
	Twins(String rows) {
		this.rows = rows;
	}

	Desk desk() {
		return this.desk;
	}

	/** Do in both what is not in question. */
	void fill(Consumer<Orm> work) {
		both("fill", work, work);
	}

	/** Write here by saves and there by a way, and hold the rows against each other. */
	void both(String what, Consumer<Orm> saves, Consumer<Orm> way) {
		saves.accept(this.saver);
		way.accept(this.writer);
		assertThat(rows(this.written)).as(what).isEqualTo(rows(this.saved));
	}

	private List<String> rows(TestDatabase database) {
		return JdbcClient.create(database.dataSource())
			.sql(this.rows)
			.query()
			.listOfRows()
			.stream()
			.map(String::valueOf)
			.toList();
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		this.saved.truncate(Register.TABLES);
		this.written.truncate(Register.TABLES);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.saved.afterAll(context);
		this.written.afterAll(context);
	}

}
