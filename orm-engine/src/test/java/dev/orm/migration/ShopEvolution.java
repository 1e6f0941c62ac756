package dev.orm.migration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.declare.Meta;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.model.ModelDescription;
import dev.orm.model.RelationDescription;
import dev.orm.model.TableName;
import dev.orm.type.TypeRegistry;

/** The models of a small shop as they evolve: two tables whose fields a test chooses. */
final class ShopEvolution {

	static final FieldDescription NAME = text("name", 200);

	static final FieldDescription TITLE = text("title", 200);

	static final FieldDescription LABEL = text("label", 50);

	static final FieldDescription WEIGHT = FieldDescription.of("weight", "weight", BigDecimal.class).size(0, 8, 2);

	static final FieldDescription NOTE = FieldDescription.of("note", "note", String.class, Flag.NULLABLE);

	static final FieldDescription CATEGORY = FieldDescription.of("category", "category_id", ForeignKey.class)
		.relation(new RelationDescription(Category.class, "", OnDeleteAction.CASCADE, "", null, null));

	private static final FieldDescription PARENT = FieldDescription
		.of("parent", "parent_id", ForeignKey.class, Flag.NULLABLE)
		.relation(new RelationDescription(Category.class, "", OnDeleteAction.CASCADE, "", "children", null));

	private static final FieldDescription ID = FieldDescription.of("id", "id", Long.class, Flag.PRIMARY_KEY,
			Flag.IDENTITY);

	private ShopEvolution() {
	}

	static FieldDescription text(String name, int length) {
		return FieldDescription.of(name, name, String.class).size(length, 0, 0);
	}

	/** A category with a name, and a product with fields. */
	static ModelRegistry products(FieldDescription... fields) {
		return ModelRegistry.bound(
				List.of(binding(Category.class, "shop_category", NAME), binding(Product.class, "shop_product", fields)),
				TypeRegistry.standard());
	}

	/** A category with a name, and nothing else. */
	static ModelRegistry categories() {
		return ModelRegistry.bound(List.of(binding(Category.class, "shop_category", NAME)), TypeRegistry.standard());
	}

	/** The same, where a Meta method of products says more. */
	static ModelRegistry declared(Consumer<Meta<Model>> meta, FieldDescription... fields) {
		DescribedBinding described = binding(Product.class, "shop_product", fields);
		return ModelRegistry.bound(List.of(binding(Category.class, "shop_category", NAME),
				new DescribedBinding(described.describe(), meta)), TypeRegistry.standard());
	}

	/** The same, where the table of products is called otherwise. */
	static ModelRegistry renamed(String table, FieldDescription... fields) {
		return ModelRegistry.bound(
				List.of(binding(Category.class, "shop_category", NAME), binding(Product.class, table, fields)),
				TypeRegistry.standard());
	}

	/** The same, where each of the two tables is called as the other was. */
	static ModelRegistry swapped(FieldDescription... fields) {
		return ModelRegistry.bound(
				List.of(binding(Category.class, "shop_product", NAME), binding(Product.class, "shop_category", fields)),
				TypeRegistry.standard());
	}

	/**
	 * Categories with a key of a class, a name and a parent, and products with fields.
	 */
	static ModelRegistry keyed(Class<?> key, FieldDescription... fields) {
		FieldDescription id = FieldDescription.of("id", "id", key, Flag.PRIMARY_KEY, Flag.IDENTITY);
		DescribedBinding categories = new DescribedBinding(
				new ModelDescription(Category.class, "", TableName.of("shop_category"), null, null, List.of(),
						List.of(), List.of(), List.of(id, NAME, PARENT), List.of()));
		return ModelRegistry.bound(List.of(categories, binding(Product.class, "shop_product", fields)),
				TypeRegistry.standard());
	}

	private static DescribedBinding binding(Class<? extends Model> type, String table, FieldDescription... fields) {
		List<FieldDescription> all = new ArrayList<>(List.of(ID));
		all.addAll(Arrays.asList(fields));
		return new DescribedBinding(new ModelDescription(type, "", TableName.of(table), null, null, List.of(),
				List.of(), List.of(), all, List.of()));
	}

	abstract static class Category extends Model {

	}

	abstract static class Product extends Model {

	}

}
