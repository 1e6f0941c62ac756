package shop.dashboard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import shop.order.OrderStatus;

/** The shop's figures. Cancelled orders earn nothing and count only as cancelled. */
public record Dashboard(Totals totals, List<MonthRevenue> revenueByMonth, List<CategoryRevenue> revenueByCategory,
		List<TopProduct> topProducts, List<CustomerInsight> customers, List<PriceBand> priceBands) {

	/** All orders together. */
	public record Totals(BigDecimal revenue, long orders, BigDecimal averageOrder, long cancelled) {

	}

	/**
	 * The revenue of a month.
	 *
	 * @param share the part of the best month's revenue, from 0 to 1
	 */
	public record MonthRevenue(YearMonth month, BigDecimal revenue, long orders, double share) {

		public String name() {
			return this.month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + this.month.getYear();
		}

	}

	/**
	 * The revenue of a category's products.
	 *
	 * @param share the part of the best category's revenue, from 0 to 1
	 */
	public record CategoryRevenue(String name, BigDecimal revenue, long sold, double share) {

	}

	/** A product that sells. */
	public record TopProduct(Long id, String name, long sold, BigDecimal revenue) {

	}

	/** A customer, ranked by what they spent. */
	public record CustomerInsight(long rank, Long id, String name, long orders, BigDecimal spent,
			@Nullable BigDecimal average, long reviews, @Nullable Instant lastOrder, @Nullable OrderStatus lastStatus) {

	}

	/**
	 * How many products cost about the same.
	 *
	 * @param share the part of the largest band, from 0 to 1
	 */
	public record PriceBand(String name, long products, double share) {

	}

}
