namespace Portal.Web.Setup;

/// <summary><c>Demo</c>: the invented province, for trying out.</summary>
public sealed class DemoOptions
{
    public bool Enabled { get; set; } = true;

    /// <summary>The same seed gives the same demo data.</summary>
    public int Seed { get; set; } = 680;

    /// <summary>Shared password of the demo accounts; empty: one is made up at seeding.</summary>
    public string Password { get; set; } = "";

    /// <summary>False seeds the organisation only, without trips: quicker, for tests.</summary>
    public bool Activity { get; set; } = true;
}
