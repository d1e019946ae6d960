namespace Portal.Domain.Meetings;

/// <summary>What an outcome of F9 demands in words.</summary>
public enum ConsentNeeds
{
    Nothing,

    /// <summary>X-10: returning, refusing, changing who goes.</summary>
    Opinion,

    /// <summary>Consent with requirements.</summary>
    Requirements,
}
