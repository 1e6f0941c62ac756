package shop

import dev.orm.Manager
import dev.orm.model.ForeignKey
import java.math.BigDecimal
import shop.JamPath.JAM

/** What a shop does with jam. */
// tag::jams[]
class Jams(private val jams: Manager<Jam>) {

	fun fill(maker: Maker, name: String, price: String): Jam {
		val jam = Jam()
		jam.name = name
		jam.price = BigDecimal(price)
		jam.maker = ForeignKey.to(maker)
		return jams.save(jam)
	}

	fun dearerThan(price: BigDecimal): List<Jam> =
		jams.filter(JAM.price.gt(price)).selectRelated(JAM.maker()).list()

	fun from(town: String): List<String> =
		jams.filter(JAM.maker().town.eq(town)).list().map { it.name }

	fun raise(by: BigDecimal): Long = jams.all().update(JAM.price.set(JAM.price.plus(by)))

}
// end::jams[]
