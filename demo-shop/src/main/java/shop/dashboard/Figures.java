package shop.dashboard;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the dashboard together, a query for each panel. */
@Service
public class Figures {

	private final SalesFigures sales;

	private final CustomerFigures customers;

	private final PriceFigures prices;

	Figures(SalesFigures sales, CustomerFigures customers, PriceFigures prices) {
		this.sales = sales;
		this.customers = customers;
		this.prices = prices;
	}

	@Transactional(readOnly = true)
	public Dashboard dashboard() {
		return new Dashboard(this.sales.totals(), this.sales.byMonth(), this.sales.byCategory(),
				this.sales.topProducts(), this.customers.insights(), this.prices.bands());
	}

}
