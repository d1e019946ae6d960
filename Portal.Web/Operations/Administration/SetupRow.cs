namespace Portal.Web.Operations.Administration;

/// <summary>One thing that an installation needs before work begins.</summary>
/// <param name="Key">Stable key; its words are <c>setup.{Key}</c> and <c>setup-hint.{Key}</c>.</param>
/// <param name="Have">How many there are; 0 or 1 for what is one thing.</param>
/// <param name="Missing">How many lack something; 0 for none.</param>
/// <param name="Lacking">Names of some of them.</param>
public sealed record SetupRow(string Key, int Have, int Missing, string Lacking = "")
{
    public SetupState State
    {
        get
        {
            if (Have == 0)
            {
                return SetupState.None;
            }

            return Missing > 0 ? SetupState.Partly : SetupState.Complete;
        }
    }
}
