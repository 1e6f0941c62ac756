package dev.orm.acceptance.shop;

import dev.orm.annotation.Proxy;

/** The model PremiumProduct of the acceptance cases. */
@Proxy(ordering = "-price")
public class PremiumProduct extends Product {

}
