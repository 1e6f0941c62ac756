package dev.orm.column;

import java.math.BigDecimal;

import dev.orm.annotation.Column;

/** An amount of a currency. */
// tag::record[]
public record Money(@Column(precision = 12, scale = 2) BigDecimal amount, @Column(length = 3) String currency) {

	static Money of(String amount, String currency) {
		return new Money(new BigDecimal(amount), currency);
	}

}
// end::record[]
