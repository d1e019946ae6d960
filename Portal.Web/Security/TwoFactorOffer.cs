namespace Portal.Web.Security;

/// <summary>A secret that a person may put into the app; it is in use, and stored, once a code of it was typed.</summary>
/// <param name="Secret">As text in fours.</param>
/// <param name="Svg">The same as a drawing.</param>
/// <param name="Sealed">The same for the page to bring back, readable by the portal alone.</param>
public sealed record TwoFactorOffer(string Secret, string Svg, string Sealed);
