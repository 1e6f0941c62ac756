package dev.orm.boot.actuate;

import java.util.List;
import java.util.function.Function;

import dev.orm.declare.DeclaredCheck;
import dev.orm.declare.DeclaredConstraint;
import dev.orm.declare.DeclaredUnique;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.RelationModel;
import dev.orm.routing.Homes;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Describes the models of an application: their tables, where they live, and which beans
 * manage them. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ModelDescriptors {

	private final ModelRegistry models;

	private final Homes homes;

	private final Function<Class<?>, List<String>> managers;

	/**
	 * Create the descriptors.
	 * @param models the models
	 * @param homes where they live
	 * @param managers the names of the beans that manage a model
	 */
	public ModelDescriptors(ModelRegistry models, Homes homes, Function<Class<?>, List<String>> managers) {
		this.models = models;
		this.homes = homes;
		this.managers = managers;
	}

	/**
	 * Describe all models in short.
	 * @return the descriptions
	 */
	public List<ModelSummary> all() {
		return this.models.models().stream().map(this::summary).toList();
	}

	/**
	 * Describe a model.
	 * @param name its name
	 * @return the description; null if there is none of the name
	 */
	public @Nullable ModelDescriptor find(String name) {
		return this.models.model(name).map(this::describe).orElse(null);
	}

	/**
	 * Return how many models live in a database.
	 * @param alias its alias
	 * @return the number
	 */
	int living(String alias) {
		return (int) this.models.models().stream().filter((model) -> home(model).equals(alias)).count();
	}

	private String home(EntityModel model) {
		return this.homes.of(model).alias();
	}

	private List<String> managers(EntityModel model) {
		return model.autoCreated() ? List.of() : this.managers.apply(model.javaType());
	}

	private ModelSummary summary(EntityModel model) {
		return new ModelSummary(model.name(), model.table().toString(), home(model), model.fields().size(),
				managers(model));
	}

	private ModelDescriptor describe(EntityModel model) {
		return new ModelDescriptor(model.name(), model.table().toString(), home(model), managers(model),
				model.fields().stream().map(ModelDescriptors::describe).toList(),
				model.relations()
					.stream()
					.filter((relation) -> !relation.hidden())
					.map(ModelDescriptors::describe)
					.toList(),
				model.declarations().constraints().stream().map(ModelDescriptors::describe).toList());
	}

	private static FieldDescriptor describe(FieldModel field) {
		return new FieldDescriptor(field.name(), field.column(), field.description().javaType().getSimpleName(),
				field.nullable(), field.primaryKey());
	}

	private static RelationDescriptor describe(RelationModel relation) {
		return new RelationDescriptor(relation.name(), relation.kind().name(), relation.target().name());
	}

	private static ConstraintDescriptor describe(DeclaredConstraint constraint) {
		return new ConstraintDescriptor(constraint.name(), kind(constraint));
	}

	private static String kind(DeclaredConstraint constraint) {
		if (constraint instanceof DeclaredUnique) {
			return "unique";
		}
		return (constraint instanceof DeclaredCheck) ? "check" : "exclusion";
	}

	/**
	 * A model.
	 *
	 * @param name its name
	 * @param table its table
	 * @param database the alias of the database it lives in
	 * @param fields how many fields it has
	 * @param managers the names of the beans that manage it
	 */
	public record ModelSummary(String name, String table, String database, int fields, List<String> managers) {

	}

	/**
	 * A model with its fields, relations and constraints.
	 *
	 * @param name its name
	 * @param table its table
	 * @param database the alias of the database it lives in
	 * @param managers the names of the beans that manage it
	 * @param fields its fields
	 * @param relations its relations, both ways
	 * @param constraints what it declares beside keys and columns
	 */
	public record ModelDescriptor(String name, String table, String database, List<String> managers,
			List<FieldDescriptor> fields, List<RelationDescriptor> relations,
			List<ConstraintDescriptor> constraints) implements OperationResponseBody {

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

	/**
	 * A constraint.
	 *
	 * @param name its name
	 * @param kind {@code unique}, {@code check} or {@code exclusion}
	 */
	public record ConstraintDescriptor(String name, String kind) {

	}

}
