package dev.orm.boot.actuate;

import java.util.List;
import java.util.Map;

import dev.orm.Orm;
import dev.orm.boot.actuate.MigrationDescriptors.MigrationDescriptor;
import dev.orm.compile.PlanCounter;
import dev.orm.boot.actuate.DatabaseDescriptors.DatabaseDescriptor;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * {@link Endpoint @Endpoint} that shows the databases, the models with their tables, and
 * what was said at the start. Shows no values and no passwords.
 *
 * @since 0.1.0
 */
@Endpoint(id = "orm", defaultAccess = Access.READ_ONLY)
public class OrmEndpoint {

	private final Orm orm;

	private final DatabaseDescriptors databases;

	private final StartFindings findings;

	private final MigrationDescriptors migrations;

	private final PlanCounter plans;

	/**
	 * Create the endpoint.
	 * @param orm whose models to show
	 * @param databases describes the databases
	 * @param findings what was said at the start
	 * @param migrations describes the databases' histories
	 * @param plans counts plans
	 */
	public OrmEndpoint(Orm orm, DatabaseDescriptors databases, StartFindings findings, MigrationDescriptors migrations,
			PlanCounter plans) {
		this.migrations = migrations;
		this.orm = orm;
		this.databases = databases;
		this.findings = findings;
		this.plans = plans;
	}

	/**
	 * Describe the databases and the models, and what was said at the start.
	 * @return the description
	 */
	@ReadOperation
	public OrmDescriptor orm() {
		List<ModelSummary> models = this.orm.models()
			.models()
			.stream()
			.map((model) -> new ModelSummary(model.name(), model.table().toString(), model.fields().size()))
			.toList();
		return new OrmDescriptor(this.databases.all(), this.migrations.all(), this.findings.all(), models,
				new PlanCacheDescriptor(this.plans.plans(), this.plans.hits(), this.plans.misses()));
	}

	/**
	 * Describe a model.
	 * @param model its name
	 * @return the description; null if there is none of the name
	 */
	@ReadOperation
	public @Nullable ModelDescriptor model(@Selector String model) {
		return this.orm.models().model(model).map(OrmEndpoint::describe).orElse(null);
	}

	private static ModelDescriptor describe(EntityModel model) {
		return new ModelDescriptor(model.name(), model.table().toString(),
				model.fields().stream().map(OrmEndpoint::describe).toList(),
				model.relations()
					.stream()
					.filter((relation) -> !relation.hidden())
					.map(OrmEndpoint::describe)
					.toList());
	}

	private static FieldDescriptor describe(FieldModel field) {
		return new FieldDescriptor(field.name(), field.column(), field.description().javaType().getSimpleName(),
				field.nullable(), field.primaryKey());
	}

	private static RelationDescriptor describe(RelationModel relation) {
		return new RelationDescriptor(relation.name(), relation.kind().name(), relation.target().name());
	}

	/**
	 * The ORM.
	 *
	 * @param databases the databases by alias
	 * @param migrations the histories of those that have migrations, by alias
	 * @param checks what was said at the start
	 * @param models the models
	 * @param planCache the plans of queries
	 */
	public record OrmDescriptor(Map<String, DatabaseDescriptor> databases, Map<String, MigrationDescriptor> migrations,
			List<StartFindings.Finding> checks, List<ModelSummary> models,
			PlanCacheDescriptor planCache) implements OperationResponseBody {

	}

	/**
	 * The plans of queries.
	 *
	 * @param size how many are known
	 * @param hits how many queries had a known one
	 * @param misses how many were compiled
	 */
	public record PlanCacheDescriptor(int size, long hits, long misses) {

	}

	/**
	 * A model.
	 *
	 * @param name its name
	 * @param table its table
	 * @param fields how many fields it has
	 */
	public record ModelSummary(String name, String table, int fields) {

	}

	/**
	 * A model with its fields and relations.
	 *
	 * @param name its name
	 * @param table its table
	 * @param fields its fields
	 * @param relations its relations, both ways
	 */
	public record ModelDescriptor(String name, String table, List<FieldDescriptor> fields,
			List<RelationDescriptor> relations) implements OperationResponseBody {

	}

	/**
	 * A field.
	 *
	 * @param name its attribute
	 * @param column its column
	 * @param type the Java class
	 * @param nullable whether the column takes NULL
	 * @param primaryKey whether it is, or is part of, the key
	 */
	public record FieldDescriptor(String name, String column, String type, boolean nullable, boolean primaryKey) {

	}

	/**
	 * A relation.
	 *
	 * @param name its accessor
	 * @param kind what it is
	 * @param target the model it leads to
	 */
	public record RelationDescriptor(String name, String kind, String target) {

	}

}
