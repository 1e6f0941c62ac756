package shop

import dev.orm.annotation.Column
import dev.orm.annotation.Id
import dev.orm.annotation.OnDelete
import dev.orm.annotation.OnDeleteAction
import dev.orm.annotation.Table
import dev.orm.declare.Meta
import dev.orm.model.ForeignKey
import dev.orm.model.Model
import java.math.BigDecimal
import shop.JamPath.JAM

/** A jar of jam. */
// tag::jam[]
@Table(name = "jam")
class Jam : Model() {

	@Id
	var id: Long? = null

	@Column(length = 40)
	var name: String = ""

	@Column(precision = 6, scale = 2)
	var price: BigDecimal = BigDecimal.ZERO

	var sweet: Boolean = true

	@OnDelete(OnDeleteAction.CASCADE)
	lateinit var maker: ForeignKey<Maker>

	companion object {

		@JvmStatic
		fun meta(meta: Meta<Jam>) {
			meta.ordering(JAM.name.asc())
			meta.check("jam_price_positive", JAM.price.gt(BigDecimal.ZERO))
		}

	}

}
// end::jam[]
