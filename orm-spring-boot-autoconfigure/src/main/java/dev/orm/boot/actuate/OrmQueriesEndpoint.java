package dev.orm.boot.actuate;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.UnknownName;
import dev.orm.observe.RepeatedFinding;
import dev.orm.observe.RepeatedQueries;
import dev.orm.observe.SlowStatements;
import dev.orm.observe.StatementStatistics;
import dev.orm.observe.StatementStatistics.Order;
import dev.orm.observe.StatementStatistics.Statement;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@link Endpoint @Endpoint} that shows the statements of the application: what they
 * cost, those that were slow, those that should have been one, and their plans. Shows no
 * values.
 *
 * @since 0.1.0
 */
@Endpoint(id = "ormqueries", defaultAccess = Access.READ_ONLY)
public class OrmQueriesEndpoint {

	private static final int LIMIT = 50;

	private final StatementStatistics statistics;

	private final @Nullable RepeatedQueries repeated;

	private final @Nullable SlowStatements slow;

	private final GenericPlans plans;

	/**
	 * Create the endpoint.
	 * @param statistics of the statements
	 * @param repeated finds those that should have been one, if somebody does
	 * @param slow the slow ones, if they are kept
	 * @param plans how the database would run them
	 */
	public OrmQueriesEndpoint(StatementStatistics statistics, @Nullable RepeatedQueries repeated,
			@Nullable SlowStatements slow, GenericPlans plans) {
		this.statistics = statistics;
		this.repeated = repeated;
		this.slow = slow;
		this.plans = plans;
	}

	/**
	 * List statements.
	 * @param sort what comes first: {@code total}, {@code calls}, {@code mean} or
	 * {@code max}
	 * @param limit how many at most, 50 if nothing is said
	 * @param database the alias of the database; nothing for all
	 * @return the statements, the findings and the slow ones
	 */
	@ReadOperation
	public QueriesDescriptor queries(@Nullable String sort, @Nullable Integer limit, @Nullable String database) {
		return new QueriesDescriptor(this.statistics.since(), this.statistics.dropped(),
				this.statistics.top(order(sort), (limit != null) ? limit : LIMIT, database),
				(this.repeated != null) ? this.repeated.findings() : List.of(),
				(this.slow != null) ? this.slow.last() : List.of());
	}

	private static Order order(@Nullable String sort) {
		try {
			return (sort != null) ? Order.valueOf(sort.toUpperCase(Locale.ROOT)) : Order.TOTAL;
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidEndpointRequestException("Unknown sort '" + sort + "'",
					UnknownName.of("sort", sort, List.of("total", "calls", "mean", "max")).words().strip(), ex);
		}
	}

	/**
	 * Show a statement.
	 * @param id its id
	 * @return the statement and its plan, if it was asked for; null if there is none of
	 * the id
	 */
	@ReadOperation
	public @Nullable StatementDescriptor statement(@Selector String id) {
		Statement statement = this.statistics.find(id);
		return (statement != null) ? new StatementDescriptor(statement, this.plans.known(statement)) : null;
	}

	/**
	 * Ask the database how it would run a statement, without running it and without
	 * values.
	 * @param id its id
	 * @return the statement and its plan; null if there is none of the id
	 */
	@WriteOperation
	public @Nullable StatementDescriptor explain(@Selector String id) {
		Statement statement = this.statistics.find(id);
		if (statement == null) {
			return null;
		}
		try {
			return new StatementDescriptor(statement, this.plans.explain(statement));
		}
		catch (QueryValueException ex) {
			throw new InvalidEndpointRequestException(String.valueOf(ex.getMessage()), "The statement has no plan now",
					ex);
		}
	}

	/** Forget all statements, findings and plans. */
	@DeleteOperation
	public void reset() {
		this.statistics.clear();
		this.plans.clear();
		if (this.repeated != null) {
			this.repeated.clear();
		}
		if (this.slow != null) {
			this.slow.clear();
		}
	}

	/**
	 * Statements.
	 *
	 * @param since from when on they are counted
	 * @param dropped how many runs of others were not counted
	 * @param statements the statements
	 * @param repeated those that should have been one
	 * @param slow the slow ones, the latest first
	 */
	public record QueriesDescriptor(Instant since, long dropped, List<Statement> statements,
			List<RepeatedFinding> repeated, List<SlowStatements.Slow> slow) implements OperationResponseBody {

	}

	/**
	 * A statement and how the database would run it.
	 *
	 * @param statement the statement
	 * @param plan its plan, as PostgreSQL's JSON; null if it was not asked for
	 */
	public record StatementDescriptor(Statement statement, @Nullable String plan) implements OperationResponseBody {

	}

}
