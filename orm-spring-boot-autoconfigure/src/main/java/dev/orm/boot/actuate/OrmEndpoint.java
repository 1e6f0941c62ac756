package dev.orm.boot.actuate;

import java.util.List;
import java.util.Map;

import dev.orm.boot.actuate.DatabaseDescriptors.DatabaseDescriptor;
import dev.orm.boot.actuate.MigrationDescriptors.MigrationDescriptor;
import dev.orm.boot.actuate.ModelDescriptors.ModelDescriptor;
import dev.orm.boot.actuate.ModelDescriptors.ModelSummary;
import dev.orm.compile.PlanCounter;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * {@link Endpoint @Endpoint} that shows the databases with their servers, the models with
 * their tables, and what was said at the start. Shows no values of rows and no passwords.
 *
 * @since 0.1.0
 */
@Endpoint(id = "orm", defaultAccess = Access.READ_ONLY)
public class OrmEndpoint {

	private final DatabaseDescriptors databases;

	private final MigrationDescriptors migrations;

	private final ModelDescriptors models;

	private final StartDescriptor start;

	private final PlanCounter plans;

	private final Show showValues;

	/**
	 * Create the endpoint.
	 * @param databases describes the databases
	 * @param migrations describes the databases' histories
	 * @param models describes the models
	 * @param start what was found at the start
	 * @param plans counts plans
	 * @param showValues to whom addresses are shown
	 */
	public OrmEndpoint(DatabaseDescriptors databases, MigrationDescriptors migrations, ModelDescriptors models,
			StartDescriptor start, PlanCounter plans, Show showValues) {
		this.databases = databases;
		this.migrations = migrations;
		this.models = models;
		this.start = start;
		this.plans = plans;
		this.showValues = showValues;
	}

	/**
	 * Describe the databases and the models, and what was said at the start.
	 * @return the description
	 */
	@ReadOperation
	public OrmDescriptor orm() {
		return describe(this.showValues == Show.ALWAYS);
	}

	OrmDescriptor describe(boolean withValues) {
		return new OrmDescriptor(this.databases.all(this.models::living, withValues), this.migrations.all(),
				this.start.routers(), this.start.findings().all(), this.models.all(),
				new PlanCacheDescriptor(this.plans.plans(), this.plans.bytes(), this.plans.capacity(),
						this.plans.hits(), this.plans.misses()));
	}

	/**
	 * Describe a model.
	 * @param model its name
	 * @return the description; null if there is none of the name
	 */
	@ReadOperation
	public @Nullable ModelDescriptor model(@Selector String model) {
		return this.models.find(model);
	}

	/**
	 * The ORM.
	 *
	 * @param databases the databases by alias
	 * @param migrations the histories of those that have migrations, by alias
	 * @param routers the classes of those that say which database answers, in the order
	 * they are asked
	 * @param checks what was said at the start
	 * @param models the models
	 * @param planCache the plans of queries
	 */
	public record OrmDescriptor(Map<String, DatabaseDescriptor> databases, Map<String, MigrationDescriptor> migrations,
			List<String> routers, List<StartFindings.Finding> checks, List<ModelSummary> models,
			PlanCacheDescriptor planCache) implements OperationResponseBody {

	}

	/**
	 * The plans of queries.
	 *
	 * @param size how many are known
	 * @param bytes how many bytes they take, by estimate
	 * @param capacity how many bytes they may take
	 * @param hits how many queries had a known one
	 * @param misses how many were compiled
	 */
	public record PlanCacheDescriptor(int size, long bytes, long capacity, long hits, long misses) {

	}

	/**
	 * What was found at the start.
	 *
	 * @param routers the classes of those that say which database answers
	 * @param findings what was said
	 */
	public record StartDescriptor(List<String> routers, StartFindings findings) {

		public StartDescriptor {
			routers = List.copyOf(routers);
		}

	}

}
