namespace Portal.Web.Setup;

/// <summary>The portal cannot start as things are; the message says what to do, and the program ends with code 2.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
