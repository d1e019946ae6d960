namespace Portal.Domain.Organisation;

/// <summary>Something that holds from a day to a day, both included; an open end is null .</summary>
public interface IEffectiveDated
{
    DateOnly ValidFrom { get; }

    DateOnly? ValidTo { get; set; }
}
