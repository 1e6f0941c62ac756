package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.List;

import dev.orm.acceptance.shop.Product;
import dev.orm.model.Model;

/** The Java classes of the models, found by their names in models.json. */
final class ShopModels {

	private ShopModels() {
	}

	static List<Class<? extends Model>> classes(ModelCatalog catalog) {
		List<Class<? extends Model>> classes = new ArrayList<>();
		for (CaseModel model : catalog.all()) {
			if (!model.autoCreated()) {
				classes.add(of(model.name()));
			}
		}
		return classes;
	}

	static Class<? extends Model> of(String name) {
		try {
			return Class.forName(Product.class.getPackageName() + "." + name).asSubclass(Model.class);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalArgumentException("No class for model " + name, ex);
		}
	}

}
