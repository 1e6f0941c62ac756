package dev.orm.boot.actuate;

import java.util.List;

import dev.orm.Orm;
import dev.orm.boot.actuate.StatementStatistics.StatementDescriptor;
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
 * {@link Endpoint @Endpoint} that shows the models with their tables, and the statements
 * that cost most. Shows no values.
 *
 * @since 0.1.0
 */
@Endpoint(id = "orm", defaultAccess = Access.READ_ONLY)
public class OrmEndpoint {

	private static final int STATEMENTS = 50;

	private final Orm orm;

	private final StatementStatistics statistics;

	/**
	 * Create the endpoint.
	 * @param orm whose models to show
	 * @param statistics of the statements
	 */
	public OrmEndpoint(Orm orm, StatementStatistics statistics) {
		this.orm = orm;
		this.statistics = statistics;
	}

	/**
	 * Describe all models, and the statements that took longest in sum.
	 * @return the description
	 */
	@ReadOperation
	public OrmDescriptor orm() {
		List<ModelSummary> models = this.orm.models()
			.models()
			.stream()
			.map((model) -> new ModelSummary(model.name(), model.table().toString(), model.fields().size()))
			.toList();
		return new OrmDescriptor(models, this.statistics.costliest(STATEMENTS));
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
	 * @param models the models
	 * @param statements the statements that took longest in sum
	 */
	public record OrmDescriptor(List<ModelSummary> models,
			List<StatementDescriptor> statements) implements OperationResponseBody {

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
