namespace Portal.Web.Operations.Administration;

/// <summary>How far one thing of an installation has come.</summary>
public enum SetupState
{
    None,
    Partly,
    Complete,
}
