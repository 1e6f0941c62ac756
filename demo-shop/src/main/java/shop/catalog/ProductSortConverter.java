package shop.catalog;

import java.util.Locale;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a sort as URLs spell it. */
@Component
class ProductSortConverter implements Converter<String, ProductSort> {

	@Override
	public ProductSort convert(String value) {
		return ProductSort.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

}
