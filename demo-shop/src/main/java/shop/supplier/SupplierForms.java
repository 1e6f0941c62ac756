package shop.supplier;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.orm.Manager;
import dev.orm.Orm;
import shop.catalog.Supplier;
import shop.form.FormPage;
import shop.form.FormPage.Words;
import shop.form.ModelForm;

import org.springframework.stereotype.Service;

import static shop.catalog.SupplierPath.SUPPLIER;

/** Changes suppliers. */
@Service
public class SupplierForms {

	private final Manager<Supplier> suppliers;

	private final ModelForm<Supplier> form;

	SupplierForms(Orm orm, Manager<Supplier> suppliers) {
		this.suppliers = suppliers;
		this.form = ModelForm.of(orm, suppliers, suppliers.binder(SUPPLIER.name, SUPPLIER.email, SUPPLIER.phone,
				SUPPLIER.postalAddress, SUPPLIER.rating));
	}

	/**
	 * Return the form of a supplier.
	 * @param id its key
	 * @throws dev.orm.error.DoesNotExistException if there is none
	 */
	FormPage get(long id) {
		Supplier supplier = this.suppliers.get(SUPPLIER.id.eq(id));
		return this.form.show(words(supplier), supplier);
	}

	Optional<FormPage> change(long id, Map<String, List<String>> given) {
		Supplier supplier = this.suppliers.get(SUPPLIER.id.eq(id));
		return this.form.submit(words(supplier), supplier, given);
	}

	private static Words words(Supplier supplier) {
		return new Words("Change " + supplier.getName(), "/suppliers/" + supplier.getId(), "Save", "/", null);
	}

}
