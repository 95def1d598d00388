/** Where the API reference lists contract checkout.md. */
export const CHECKOUT_TAG = 'Checkout'
