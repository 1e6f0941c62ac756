package dev.orm.codec;

/** Values the database cannot compare, such as encrypted ones. Immutable. */
public final class OpaqueCodec extends OverlyingCodec {

	/**
	 * Create a codec.
	 * @param base how the values travel
	 */
	public OpaqueCodec(Codec base) {
		super(base);
	}

	@Override
	public boolean isOpaque() {
		return true;
	}

}
