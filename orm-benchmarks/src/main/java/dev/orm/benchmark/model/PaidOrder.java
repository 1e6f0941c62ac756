package dev.orm.benchmark.model;

import dev.orm.annotation.Proxy;
import dev.orm.declare.Meta;

import static dev.orm.benchmark.model.PaidOrderPath.PAID_ORDER;

/** An order that carries a condition. */
@Proxy
public class PaidOrder extends Order {

	static void paid(Meta<PaidOrder> meta) {
		meta.scope("paid", PAID_ORDER.paid.isTrue());
	}

}
