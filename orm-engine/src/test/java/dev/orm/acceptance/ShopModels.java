package dev.orm.acceptance;

import dev.orm.acceptance.shop.Product;
import dev.orm.model.Model;

/**
 * The models of the test resources, written by hand as an application's are, found by
 * name.
 */
final class ShopModels implements ModelClasses {

	@Override
	public Class<? extends Model> of(CaseModel model) {
		String name = Product.class.getPackageName() + "." + model.javaType();
		try {
			return Class.forName(name).asSubclass(Model.class);
		}
		catch (ClassNotFoundException ex) {
			throw new UnsupportedCaseException("no class for model " + model.name());
		}
	}

}
